__edition_search("w62","")
