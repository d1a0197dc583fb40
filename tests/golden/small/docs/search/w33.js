__edition_search("w33","=\n")
