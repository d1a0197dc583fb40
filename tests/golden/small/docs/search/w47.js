__edition_search("w47","")
