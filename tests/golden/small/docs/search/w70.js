__edition_search("w70","=彆别闆板\n但是")
