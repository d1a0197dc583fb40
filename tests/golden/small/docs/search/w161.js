__edition_search("w161","=\n没法 没得法 没办法")
