__edition_search("w59","")
