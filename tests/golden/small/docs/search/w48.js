__edition_search("w48","")
