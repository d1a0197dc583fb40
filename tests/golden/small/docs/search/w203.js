__edition_search("w203","=\n")
