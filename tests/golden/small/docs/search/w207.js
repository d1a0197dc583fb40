__edition_search("w207","=裏里\n经常 每天")
