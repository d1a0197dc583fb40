__edition_search("e7","")
