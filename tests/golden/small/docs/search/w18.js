__edition_search("w18","")
