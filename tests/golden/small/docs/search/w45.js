__edition_search("w45","")
