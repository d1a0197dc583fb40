__edition_search("w92","=\n")
