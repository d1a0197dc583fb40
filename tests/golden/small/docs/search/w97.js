__edition_search("w97","=\n")
