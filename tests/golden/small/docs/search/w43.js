__edition_search("w43","=麫面\n别的 莫得法 莫法")
