__edition_search("w58","=為为覺觉\n人家 为啥子 为啥")
