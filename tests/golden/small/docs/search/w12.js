__edition_search("w12","")
