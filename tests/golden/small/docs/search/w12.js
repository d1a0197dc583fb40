__edition_search("w12","=後后\n而且 完球 而已")
