__edition_search("w80","=\n")
