__edition_search("e6","for from")
