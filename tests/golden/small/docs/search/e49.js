__edition_search("e49","")
