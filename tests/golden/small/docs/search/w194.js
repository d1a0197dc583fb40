__edition_search("w194","=\n")
