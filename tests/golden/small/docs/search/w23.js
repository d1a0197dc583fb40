__edition_search("w23","")
