__edition_search("w24","=領领\n")
