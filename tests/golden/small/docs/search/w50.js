__edition_search("w50","=爲为網网進进\n讲到")
