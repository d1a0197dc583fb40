__edition_search("w199","=資资\n")
