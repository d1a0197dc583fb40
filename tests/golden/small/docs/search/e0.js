__edition_search("e0","policy policies plan plans")
