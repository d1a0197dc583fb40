__edition_search("w78","=過过\n")
