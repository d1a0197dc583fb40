__edition_search("w44","=\n本人 听说 听到说 听人说 第几")
