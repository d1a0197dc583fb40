__edition_search("e8","")
