__edition_search("e39","")
