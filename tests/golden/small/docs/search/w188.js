__edition_search("w188","=於于麼么\n")
