__edition_search("w72","=\n")
