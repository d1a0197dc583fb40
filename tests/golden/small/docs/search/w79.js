__edition_search("w79","=問问裏里\n经常 每天")
