__edition_search("w109","=\n遭不住 遭不起")
