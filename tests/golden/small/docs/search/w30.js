__edition_search("w30","")
