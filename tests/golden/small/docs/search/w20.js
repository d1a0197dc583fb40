__edition_search("w20","=\n气死人")
