__edition_search("w181","=麵面\n")
