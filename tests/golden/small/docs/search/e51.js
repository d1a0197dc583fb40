__edition_search("e51","")
