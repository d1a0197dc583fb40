__edition_search("w16","")
