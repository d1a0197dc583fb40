__edition_search("e32","can")
