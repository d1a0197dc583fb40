__edition_search("w106","=\n")
