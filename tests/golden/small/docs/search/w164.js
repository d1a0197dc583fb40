__edition_search("w164","=\n")
