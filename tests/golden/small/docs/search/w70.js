__edition_search("w70","=彆别\n但是")
