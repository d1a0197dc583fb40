__edition_search("w86","=\n他们说")
