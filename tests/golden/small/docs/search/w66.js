__edition_search("w66","=時时\n")
