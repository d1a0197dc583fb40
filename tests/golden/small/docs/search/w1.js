__edition_search("w1","=\n省头 老是 谁管 谁来管 谁来\n省委全会:0")
