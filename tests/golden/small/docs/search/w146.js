__edition_search("w146","=沒没\n")
