__edition_search("w150","=準准視视\n")
