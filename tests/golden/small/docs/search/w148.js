__edition_search("w148","=纔才\n隔壁子")
