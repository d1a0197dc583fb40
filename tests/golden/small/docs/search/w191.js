__edition_search("w191","=\n县头")
