__edition_search("e19","be been")
