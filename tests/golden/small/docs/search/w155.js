__edition_search("w155","=\n")
