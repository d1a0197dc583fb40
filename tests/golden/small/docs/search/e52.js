__edition_search("e52","was want wants support supporting")
