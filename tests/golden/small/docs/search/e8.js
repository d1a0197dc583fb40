__edition_search("e8","has have had how he here help")
