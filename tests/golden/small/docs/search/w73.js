__edition_search("w73","=曉晓\n觉得 等等")
