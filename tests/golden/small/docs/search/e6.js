__edition_search("e6","")
