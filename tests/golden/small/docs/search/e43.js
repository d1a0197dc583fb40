__edition_search("e43","")
