__edition_search("w215","=\n受不了 受不起")
