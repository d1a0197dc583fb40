__edition_search("w6","=\n")
