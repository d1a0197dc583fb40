__edition_search("w19","=經经間间\n")
