__edition_search("w5","")
