__edition_search("w4","=還还\n各处 的时候 的话")
