__edition_search("w137","=\n")
