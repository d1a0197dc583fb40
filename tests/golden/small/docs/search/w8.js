__edition_search("w8","=\n月月")
