__edition_search("w189","=麽么\n")
