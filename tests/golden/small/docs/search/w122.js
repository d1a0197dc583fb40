__edition_search("w122","=決决\n")
