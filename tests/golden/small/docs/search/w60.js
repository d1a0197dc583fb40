__edition_search("w60","")
