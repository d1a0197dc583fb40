__edition_search("w55","=強强\n")
