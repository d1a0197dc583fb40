__edition_search("w31","")
