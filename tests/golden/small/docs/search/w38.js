__edition_search("w38","=\n")
