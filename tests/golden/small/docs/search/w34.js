__edition_search("w34","=\n")
