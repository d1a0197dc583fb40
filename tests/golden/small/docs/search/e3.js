__edition_search("e3","policy policies")
