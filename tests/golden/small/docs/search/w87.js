__edition_search("w87","=\n")
