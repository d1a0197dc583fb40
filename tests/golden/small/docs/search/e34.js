__edition_search("e34","my")
