__edition_search("w46","")
