__edition_search("w115","=\n")
