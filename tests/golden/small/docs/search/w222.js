__edition_search("w222","=點点\n")
