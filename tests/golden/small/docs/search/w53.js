__edition_search("w53","=張张\n电视上说")
