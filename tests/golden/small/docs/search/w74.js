__edition_search("w74","=\n半天 半年 告诉我")
