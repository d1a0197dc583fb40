__edition_search("w239","=\n可是 可以不 可不可能")
