__edition_search("w67","=\n")
