__edition_search("w169","=\n")
