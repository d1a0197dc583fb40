__edition_search("w183","=\n")
