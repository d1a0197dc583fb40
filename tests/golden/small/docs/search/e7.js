__edition_search("e7","to")
