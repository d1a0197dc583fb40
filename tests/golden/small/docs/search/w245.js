__edition_search("w245","=\n")
