__edition_search("w20","=纔才\n隔壁子 气死人")
