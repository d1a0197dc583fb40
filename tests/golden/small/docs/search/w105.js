__edition_search("w105","=兩两煩烦\n剩下 剩下的")
