__edition_search("w159","=\n")
