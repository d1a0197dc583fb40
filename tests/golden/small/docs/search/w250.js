__edition_search("w250","=\n俺们 俺家")
