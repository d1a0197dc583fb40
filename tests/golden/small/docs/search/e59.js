__edition_search("e59","should how she about")
