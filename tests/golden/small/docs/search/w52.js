__edition_search("w52","")
