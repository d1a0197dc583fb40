__edition_search("w3","")
