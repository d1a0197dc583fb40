__edition_search("w173","=鎭镇\n")
