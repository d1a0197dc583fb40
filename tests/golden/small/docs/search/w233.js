__edition_search("w233","=\n早先 早点")
