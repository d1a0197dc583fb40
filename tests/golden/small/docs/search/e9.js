__edition_search("e9","did")
