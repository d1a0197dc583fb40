__edition_search("w132","=還还\n的时候 的话")
