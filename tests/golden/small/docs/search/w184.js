__edition_search("w184","=\n")
