__edition_search("w68","=組组\n附近")
