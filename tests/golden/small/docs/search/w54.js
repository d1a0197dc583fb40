__edition_search("w54","")
