__edition_search("w44","=説说馬马\n本人 听说 听到说 听人说 第几")
