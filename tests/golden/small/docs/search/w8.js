__edition_search("w8","")
