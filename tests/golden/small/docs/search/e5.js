__edition_search("e5","at")
