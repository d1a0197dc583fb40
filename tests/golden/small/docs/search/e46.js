__edition_search("e46","much")
