__edition_search("w18","=\n")
