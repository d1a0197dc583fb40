__edition_search("w61","=總总\n")
