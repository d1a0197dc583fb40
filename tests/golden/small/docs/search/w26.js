__edition_search("w26","")
