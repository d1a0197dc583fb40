__edition_search("w42","=說说麪面\n个嘛 太过")
