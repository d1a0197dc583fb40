__edition_search("w131","=\n")
