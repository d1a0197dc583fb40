__edition_search("e33","a")
