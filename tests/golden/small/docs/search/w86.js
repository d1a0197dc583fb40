__edition_search("w86","=\n")
