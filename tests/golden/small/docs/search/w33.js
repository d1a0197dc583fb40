__edition_search("w33","=\n没法 没得法 没办法")
