__edition_search("w231","=\n")
