__edition_search("w72","=\n又要 又没 哈儿")
