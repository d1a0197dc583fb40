__edition_search("w123","=\n")
