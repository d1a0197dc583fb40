__edition_search("e47","")
