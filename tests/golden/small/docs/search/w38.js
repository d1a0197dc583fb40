__edition_search("w38","=榦干辦办\n")
