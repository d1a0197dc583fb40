__edition_search("w43","")
