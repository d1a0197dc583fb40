__edition_search("w46","=單单種种鎮镇\n")
