__edition_search("w227","=難难\n解决一下")
