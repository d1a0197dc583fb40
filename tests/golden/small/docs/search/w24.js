__edition_search("w24","")
