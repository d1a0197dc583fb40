__edition_search("w92","=關关\n")
