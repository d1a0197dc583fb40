__edition_search("w53","=張张麵面\n电视上说")
