__edition_search("w15","")
