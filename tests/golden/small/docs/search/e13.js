__edition_search("e13","it its")
