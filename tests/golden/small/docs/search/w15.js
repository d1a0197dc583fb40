__edition_search("w15","=規规\n")
