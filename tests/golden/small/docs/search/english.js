__edition_search("english",{"names":"","terms":[]})
