__edition_search("w168","=\n")
