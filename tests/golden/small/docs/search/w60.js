__edition_search("w60","=於于麼么\n眼下")
