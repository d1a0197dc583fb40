__edition_search("w19","")
