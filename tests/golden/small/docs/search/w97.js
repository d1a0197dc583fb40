__edition_search("w97","=裡里\n")
