__edition_search("names",{"terms":[],"places":{"某市":"mou shi"},"words":128,"letters":16,"phrases":"全体会议","heads":"","relations":[]})
