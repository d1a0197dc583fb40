__edition_search("e20","")
