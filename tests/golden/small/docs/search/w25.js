__edition_search("w25","=備备這这\n写了 写的")
