__edition_search("w11","")
