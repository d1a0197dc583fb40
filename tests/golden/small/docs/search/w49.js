__edition_search("w49","")
