__edition_search("w192","=\n什么时候 什么的")
