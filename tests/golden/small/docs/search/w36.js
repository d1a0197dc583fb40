__edition_search("w36","")
