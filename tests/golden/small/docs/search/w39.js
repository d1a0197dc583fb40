__edition_search("w39","")
