__edition_search("w200","=\n又要 又没 哈儿")
