__edition_search("e9","")
