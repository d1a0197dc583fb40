__edition_search("e6","some")
