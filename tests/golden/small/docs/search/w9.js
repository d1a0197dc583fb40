__edition_search("w9","")
