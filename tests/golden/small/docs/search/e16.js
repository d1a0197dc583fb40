__edition_search("e16","from")
