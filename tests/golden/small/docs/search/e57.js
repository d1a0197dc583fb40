__edition_search("e57","for")
