__edition_search("w89","=\n")
