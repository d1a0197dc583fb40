__edition_search("w242","=\n")
