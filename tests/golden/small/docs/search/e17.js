__edition_search("e17","")
