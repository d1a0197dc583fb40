__edition_search("w93","=\n")
