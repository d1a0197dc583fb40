__edition_search("e48","is our")
