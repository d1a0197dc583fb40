__edition_search("w28","=\n")
