__edition_search("english",[])
