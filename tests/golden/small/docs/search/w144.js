__edition_search("w144","=\n")
