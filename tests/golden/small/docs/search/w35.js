__edition_search("w35","=樣样氣气縣县\n")
