__edition_search("w2","市委全会:0")
