__edition_search("w247","=\n")
