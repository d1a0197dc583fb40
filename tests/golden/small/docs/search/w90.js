__edition_search("w90","=\n做啥子 做啥")
