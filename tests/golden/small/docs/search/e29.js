__edition_search("e29","all")
