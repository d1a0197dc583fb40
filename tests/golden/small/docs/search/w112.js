__edition_search("w112","=議议\n")
