__edition_search("w91","=剛刚\n")
