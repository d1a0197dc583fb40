__edition_search("w79","=問问\n")
