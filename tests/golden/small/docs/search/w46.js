__edition_search("w46","=種种\n")
