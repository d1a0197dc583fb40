__edition_search("w14","")
