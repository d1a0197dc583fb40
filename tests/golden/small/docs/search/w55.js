__edition_search("w55","")
