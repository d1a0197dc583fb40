__edition_search("w35","")
