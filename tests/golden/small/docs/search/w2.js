__edition_search("w2","=\n市头\n市委全会:0")
