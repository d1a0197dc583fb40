__edition_search("w22","")
