__edition_search("e36","")
