__edition_search("w241","=惱恼\n")
