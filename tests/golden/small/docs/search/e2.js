__edition_search("e2","by be been")
