__edition_search("w141","=認认\n")
