__edition_search("w248","=\n")
