__edition_search("e28","with will")
