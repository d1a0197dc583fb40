__edition_search("w63","")
