__edition_search("w252","=\n盼望 盼着")
