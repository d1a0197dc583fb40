__edition_search("w3","=會会較较\n")
