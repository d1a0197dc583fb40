__edition_search("e61","of")
