__edition_search("w108","=\n马上 硬是")
