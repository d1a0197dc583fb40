__edition_search("w111","=\n可是 可以不 可不可能")
