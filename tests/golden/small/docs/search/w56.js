__edition_search("w56","")
