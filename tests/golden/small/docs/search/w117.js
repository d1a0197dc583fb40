__edition_search("w117","=\n")
