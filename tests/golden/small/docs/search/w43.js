__edition_search("w43","=\n别的")
