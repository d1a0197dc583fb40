__edition_search("w42","")
