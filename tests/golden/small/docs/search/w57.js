__edition_search("w57","=\n")
