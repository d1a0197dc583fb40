__edition_search("w179","=\n")
