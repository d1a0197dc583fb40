__edition_search("w6","=來来\n了解一下")
