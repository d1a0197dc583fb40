__edition_search("w74","=緊紧\n今年子 半天 半年 告诉我")
