__edition_search("w7","")
