__edition_search("w50","")
