__edition_search("w4","")
