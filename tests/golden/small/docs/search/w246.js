__edition_search("w246","=\n时候")
