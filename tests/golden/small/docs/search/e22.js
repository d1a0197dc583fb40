__edition_search("e22","")
