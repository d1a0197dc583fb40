__edition_search("w29","=\n")
