__edition_search("w171","=麫面\n莫得法 莫法")
