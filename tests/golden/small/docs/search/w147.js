__edition_search("w147","=經经間间\n")
