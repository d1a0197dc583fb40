__edition_search("e37","on has have had")
