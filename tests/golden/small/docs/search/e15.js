__edition_search("e15","of on or our")
