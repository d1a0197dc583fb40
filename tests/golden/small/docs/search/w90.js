__edition_search("w90","=據据\n做啥子 做啥")
