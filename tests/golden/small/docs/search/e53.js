__edition_search("e53","")
