__edition_search("w44","")
