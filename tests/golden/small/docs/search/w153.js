__edition_search("w153","=備备\n写了 写的")
