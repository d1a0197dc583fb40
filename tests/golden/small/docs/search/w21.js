__edition_search("w21","=趕赶\n底下")
