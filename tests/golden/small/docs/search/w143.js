__edition_search("w143","=規规\n")
