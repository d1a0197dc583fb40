__edition_search("w104","=\n全会 全委会:0")
