__edition_search("e23","an and by any")
