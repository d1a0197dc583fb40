__edition_search("w136","=\n")
