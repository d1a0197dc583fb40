__edition_search("e0","")
