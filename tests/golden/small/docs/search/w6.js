__edition_search("w6","")
