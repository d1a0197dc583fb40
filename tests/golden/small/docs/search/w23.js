__edition_search("w23","=\n")
