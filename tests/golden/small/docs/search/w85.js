__edition_search("w85","=處处\n何时")
