__edition_search("w51","=\n决定里 决定中")
