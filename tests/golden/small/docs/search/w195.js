__edition_search("w195","=\n")
