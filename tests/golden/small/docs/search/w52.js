__edition_search("w52","=訴诉\n")
