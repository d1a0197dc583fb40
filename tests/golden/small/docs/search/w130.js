__edition_search("w130","=\n如今 如果 如何解决 如何规定")
