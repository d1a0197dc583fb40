__edition_search("e4","")
