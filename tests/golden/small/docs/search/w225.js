__edition_search("w225","=裡里\n")
