__edition_search("w88","=慘惨識识\n")
