__edition_search("w7","=\n指望")
