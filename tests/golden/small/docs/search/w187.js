__edition_search("w187","=隻只\n去年子 麻烦问")
