__edition_search("w8","全会 全委会:0")
