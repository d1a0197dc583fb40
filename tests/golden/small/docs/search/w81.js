__edition_search("w81","=\n网上说")
