__edition_search("e21","")
