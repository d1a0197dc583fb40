__edition_search("w60","=\n眼下")
