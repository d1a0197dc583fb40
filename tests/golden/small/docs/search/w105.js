__edition_search("w105","=兩两煩烦\n早先 剩下 剩下的 早点")
