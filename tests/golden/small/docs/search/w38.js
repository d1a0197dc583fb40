__edition_search("w38","")
