__edition_search("w21","")
