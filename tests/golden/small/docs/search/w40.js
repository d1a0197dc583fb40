__edition_search("w40","=\n")
