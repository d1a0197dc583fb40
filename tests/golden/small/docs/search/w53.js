__edition_search("w53","")
