__edition_search("w156","=\n")
