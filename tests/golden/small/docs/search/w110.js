__edition_search("w110","=\n目前 据说 问一下 问下")
