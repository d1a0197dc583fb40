__edition_search("w10","")
