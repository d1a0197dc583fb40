__edition_search("w249","=\n对不对")
