__edition_search("w40","全会 全委会:0")
