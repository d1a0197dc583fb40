__edition_search("w149","=趕赶\n底下")
