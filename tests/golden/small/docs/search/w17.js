__edition_search("w17","")
