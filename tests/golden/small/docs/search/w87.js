__edition_search("w87","=\n受不了 受不起")
