__edition_search("e15","")
