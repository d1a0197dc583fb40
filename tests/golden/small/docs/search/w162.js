__edition_search("w162","=傢家\n")
