__edition_search("w12","=\n而且 而已")
