__edition_search("e38","")
