__edition_search("w50","=爲为進进\n")
