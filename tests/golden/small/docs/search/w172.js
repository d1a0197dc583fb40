__edition_search("w172","=説说馬马\n")
