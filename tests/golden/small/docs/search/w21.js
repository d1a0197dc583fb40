__edition_search("w21","=\n")
