__edition_search("w124","=\n恼火得很 恼火")
