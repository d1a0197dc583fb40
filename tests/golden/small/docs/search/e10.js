__edition_search("e10","")
