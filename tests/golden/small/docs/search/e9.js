__edition_search("e9","in into is i you your it its")
