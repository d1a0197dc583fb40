__edition_search("w166","=榦干辦办\n")
