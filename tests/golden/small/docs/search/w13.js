__edition_search("w13","")
