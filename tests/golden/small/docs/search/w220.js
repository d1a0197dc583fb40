__edition_search("w220","=關关\n")
