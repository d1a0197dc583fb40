__edition_search("e14","")
