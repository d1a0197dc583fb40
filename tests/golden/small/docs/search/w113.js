__edition_search("w113","=統统話话\n")
