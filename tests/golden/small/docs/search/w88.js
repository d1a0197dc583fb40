__edition_search("w88","=慘惨識识\n还要 还能 还会 还是 还没")
