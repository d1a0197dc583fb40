__edition_search("w111","=\n")
