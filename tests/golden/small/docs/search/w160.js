__edition_search("w160","=\n")
