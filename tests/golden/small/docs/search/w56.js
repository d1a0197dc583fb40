__edition_search("w56","=\n")
