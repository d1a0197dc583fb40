__edition_search("w178","=網网\n讲到")
