__edition_search("w16","=\n成天")
