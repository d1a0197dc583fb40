__edition_search("w59","=隻只\n去年子 总是 麻烦问")
