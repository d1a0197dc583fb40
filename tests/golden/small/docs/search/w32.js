__edition_search("w32","")
