__edition_search("w1","省委全会:0")
