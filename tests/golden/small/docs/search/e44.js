__edition_search("e44","plan plans")
