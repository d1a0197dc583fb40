__edition_search("w229","=\n以后 以前 该不该")
