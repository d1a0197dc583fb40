__edition_search("w19","=\n")
