__edition_search("w57","")
