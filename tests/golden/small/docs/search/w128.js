__edition_search("w128","=門门\n往年")
