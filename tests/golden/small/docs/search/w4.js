__edition_search("w4","=\n各处")
