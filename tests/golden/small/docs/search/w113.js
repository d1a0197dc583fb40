__edition_search("w113","=惱恼統统話话\n")
