__edition_search("w185","=\n")
