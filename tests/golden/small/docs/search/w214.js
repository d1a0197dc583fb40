__edition_search("w214","=\n他们说")
