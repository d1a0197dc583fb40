__edition_search("w76","=籌筹\n行不 行不行")
