__edition_search("e54","could")
