__edition_search("w13","=對对\n不过 不晓得 不知道 不得了")
