__edition_search("w221","=\n")
