__edition_search("w51","=\n")
