__edition_search("w103","=\n")
