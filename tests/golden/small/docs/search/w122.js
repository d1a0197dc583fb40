__edition_search("w122","=決决\n俺们 俺家")
