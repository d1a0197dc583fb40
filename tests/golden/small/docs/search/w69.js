__edition_search("w69","=\n")
