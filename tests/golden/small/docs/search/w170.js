__edition_search("w170","=說说麪面\n")
