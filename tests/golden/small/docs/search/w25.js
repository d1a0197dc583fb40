__edition_search("w25","=這这\n")
