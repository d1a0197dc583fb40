__edition_search("w101","=\n啥叫 啥子 啥时候 啥的")
