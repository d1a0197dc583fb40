__edition_search("e11","")
