__edition_search("w100","=\n除了")
