__edition_search("w22","=\n外头")
