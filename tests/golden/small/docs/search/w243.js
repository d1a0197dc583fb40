__edition_search("w243","=\n想要 想问 想问一下 想问下 想知道 想了解")
