__edition_search("w18","=沒没\n")
