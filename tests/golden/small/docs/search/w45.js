__edition_search("w45","=鎭镇頭头\n")
