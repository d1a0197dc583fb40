__edition_search("w96","=遠远\n")
