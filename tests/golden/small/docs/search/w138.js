__edition_search("w138","=邊边\n")
