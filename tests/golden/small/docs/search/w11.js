__edition_search("w11","=個个國国\n下头")
