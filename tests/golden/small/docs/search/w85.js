__edition_search("w85","=處处\n毕竟 何时")
