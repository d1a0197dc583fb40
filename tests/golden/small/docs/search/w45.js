__edition_search("w45","=頭头\n")
