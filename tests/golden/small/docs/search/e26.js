__edition_search("e26","")
