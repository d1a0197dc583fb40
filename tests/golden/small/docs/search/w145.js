__edition_search("w145","=憑凭\n")
