__edition_search("w61","=總总麽么\n")
