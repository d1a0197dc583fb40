__edition_search("w10","=\n上头 上面说 上头管不管")
