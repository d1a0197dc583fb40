__edition_search("e10","would")
