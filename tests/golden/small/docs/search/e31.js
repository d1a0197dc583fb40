__edition_search("e31","in into need needs")
