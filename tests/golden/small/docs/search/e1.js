__edition_search("e1","")
