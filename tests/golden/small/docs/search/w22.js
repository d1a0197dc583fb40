__edition_search("w22","=準准視视\n外头")
