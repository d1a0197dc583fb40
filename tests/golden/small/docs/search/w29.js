__edition_search("w29","")
