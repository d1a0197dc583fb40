__edition_search("w180","=\n")
