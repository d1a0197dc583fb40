__edition_search("e0","more most")
