__edition_search("w120","=歸归\n")
