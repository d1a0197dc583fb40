__edition_search("e56","")
