__edition_search("w238","=\n目前 问一下 问下")
