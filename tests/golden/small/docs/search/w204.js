__edition_search("w204","=\n里头 里面")
