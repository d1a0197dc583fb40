__edition_search("w2","=\n市头 如今 如果 如何解决 如何规定\n市委全会:0")
