__edition_search("w213","=\n毕竟")
