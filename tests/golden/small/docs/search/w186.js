__edition_search("w186","=為为覺觉\n人家")
