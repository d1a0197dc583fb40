__edition_search("w174","=單单鎮镇\n")
