__edition_search("w232","=\n惨了")
