__edition_search("e3","")
