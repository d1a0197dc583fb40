__edition_search("w62","=\n")
