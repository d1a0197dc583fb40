__edition_search("w219","=\n")
