__edition_search("w127","=\n")
