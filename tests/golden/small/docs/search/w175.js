__edition_search("w175","=\n")
