__edition_search("w101","=\n以后 以前 啥叫 啥子 该不该 啥时候 啥的")
