__edition_search("w167","=\n")
