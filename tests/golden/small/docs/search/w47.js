__edition_search("w47","=\n")
