__edition_search("e35","")
