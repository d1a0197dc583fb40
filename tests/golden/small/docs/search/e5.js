__edition_search("e5","")
