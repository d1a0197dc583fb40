__edition_search("w154","=\n")
