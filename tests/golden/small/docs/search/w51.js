__edition_search("w51","")
