__edition_search("w29","=條条\n")
