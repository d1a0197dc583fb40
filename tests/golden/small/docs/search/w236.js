__edition_search("w236","=\n")
