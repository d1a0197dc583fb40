__edition_search("e11","are")
