__edition_search("w228","=\n")
