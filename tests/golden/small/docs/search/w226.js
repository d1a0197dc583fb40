__edition_search("w226","=\n")
