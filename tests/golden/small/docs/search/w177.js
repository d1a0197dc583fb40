__edition_search("w177","=熱热\n咱们 咱家")
