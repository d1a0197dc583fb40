__edition_search("w58","")
