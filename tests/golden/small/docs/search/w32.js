__edition_search("w32","=\n")
