__edition_search("e42","may many make made")
