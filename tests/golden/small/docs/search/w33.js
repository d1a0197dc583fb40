__edition_search("w33","")
