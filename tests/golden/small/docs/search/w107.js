__edition_search("w107","=\n")
