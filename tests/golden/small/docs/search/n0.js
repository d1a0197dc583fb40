__edition_search("n0",[])
