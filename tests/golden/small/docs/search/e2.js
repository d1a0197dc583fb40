__edition_search("e2","")
