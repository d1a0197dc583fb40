__edition_search("w121","=幹干\n")
