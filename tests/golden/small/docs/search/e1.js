__edition_search("e1","a an and at as are about any all")
