__edition_search("w73","=\n等等")
