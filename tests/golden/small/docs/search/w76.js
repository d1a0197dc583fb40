__edition_search("w76","=籌筹\n里头 里面 行不 行不行")
