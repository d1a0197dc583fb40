__edition_search("w218","=據据\n")
