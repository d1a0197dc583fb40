__edition_search("e12","")
