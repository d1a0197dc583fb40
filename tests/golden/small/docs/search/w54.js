__edition_search("w54","=\n")
