__edition_search("w25","")
