__edition_search("w28","")
