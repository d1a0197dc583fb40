__edition_search("w42","=\n个嘛 太过")
