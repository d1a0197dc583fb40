__edition_search("w197","=\n担心")
