__edition_search("w127","=響响\n")
