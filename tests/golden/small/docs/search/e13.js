__edition_search("e13","")
