__edition_search("w84","=\n")
