__edition_search("w240","=\n")
