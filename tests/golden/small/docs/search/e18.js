__edition_search("e18","")
