__edition_search("e25","or he here help")
