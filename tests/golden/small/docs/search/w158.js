__edition_search("w158","=從从\n实在")
