__edition_search("w41","")
