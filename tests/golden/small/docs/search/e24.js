__edition_search("e24","get gets")
