__edition_search("w223","=\n")
