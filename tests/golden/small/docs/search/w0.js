__edition_search("w0","")
