__edition_search("w59","=\n总是")
