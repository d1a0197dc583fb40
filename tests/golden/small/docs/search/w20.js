__edition_search("w20","")
