__edition_search("w81","=\n近几年 网上说")
