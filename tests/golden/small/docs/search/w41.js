__edition_search("w41","=\n天天 天天都")
