__edition_search("w15","=\n")
