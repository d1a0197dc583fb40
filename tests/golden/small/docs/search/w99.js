__edition_search("w99","=灣湾陣阵難难齣出\n解决一下")
