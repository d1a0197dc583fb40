__edition_search("w152","=\n")
