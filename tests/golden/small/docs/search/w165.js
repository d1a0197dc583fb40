__edition_search("w165","=\n")
