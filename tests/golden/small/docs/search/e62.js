__edition_search("e62","")
