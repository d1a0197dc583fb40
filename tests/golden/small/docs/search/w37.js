__edition_search("w37","=別别\n")
