__edition_search("e40","as we")
