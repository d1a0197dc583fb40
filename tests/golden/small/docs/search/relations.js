__edition_search("relations",[])
