__edition_search("e41","i")
