__edition_search("w216","=\n还要 还能 还会 还是 还没")
