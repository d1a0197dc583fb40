__edition_search("w34","")
