__edition_search("w34","=傢家\n")
