__edition_search("w39","=\n大家 大家说")
