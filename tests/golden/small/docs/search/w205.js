__edition_search("w205","=\n反正")
