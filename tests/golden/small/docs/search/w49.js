__edition_search("w49","=熱热\n咱们 咱家 就能 就会 就得 就要")
