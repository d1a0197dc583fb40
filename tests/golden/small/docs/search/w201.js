__edition_search("w201","=曉晓\n觉得")
