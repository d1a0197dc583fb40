__edition_search("w211","=\n")
