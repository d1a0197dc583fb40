__edition_search("w254","=現现\n")
