__edition_search("w58","=\n为啥子 为啥")
