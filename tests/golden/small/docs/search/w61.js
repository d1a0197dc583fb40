__edition_search("w61","")
