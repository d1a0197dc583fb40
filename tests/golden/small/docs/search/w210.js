__edition_search("w210","=\n")
