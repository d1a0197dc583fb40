__edition_search("e50","")
