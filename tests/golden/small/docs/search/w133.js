__edition_search("w133","=\n")
