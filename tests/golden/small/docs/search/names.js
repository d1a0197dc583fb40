__edition_search("names",{"terms":[],"places":{"某市":"mou shi"},"words":256,"letters":64,"phrases":"全体会议","heads":"","relations":[]})
