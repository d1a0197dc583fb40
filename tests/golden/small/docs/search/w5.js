__edition_search("w5","=\n")
