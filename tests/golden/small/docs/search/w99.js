__edition_search("w99","=灣湾陣阵齣出\n")
