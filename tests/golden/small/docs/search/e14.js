__edition_search("e14","need needs")
