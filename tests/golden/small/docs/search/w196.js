__edition_search("w196","=\n")
