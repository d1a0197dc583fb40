__edition_search("e12","local")
