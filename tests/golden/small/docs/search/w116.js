__edition_search("w116","=\n年年")
