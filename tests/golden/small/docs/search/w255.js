__edition_search("w255","=響响\n")
