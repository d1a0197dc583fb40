__edition_search("w23","=\n得行不 得行 得不得行 得很 得不得了 得板 算了")
