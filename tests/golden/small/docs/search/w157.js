__edition_search("w157","=條条\n")
