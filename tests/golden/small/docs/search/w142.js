__edition_search("w142","=\n")
