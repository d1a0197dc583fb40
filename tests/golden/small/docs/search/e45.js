__edition_search("e45","")
