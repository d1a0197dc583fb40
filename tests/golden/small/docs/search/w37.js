__edition_search("w37","")
