__edition_search("e30","measure measures")
