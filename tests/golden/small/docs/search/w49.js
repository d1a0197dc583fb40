__edition_search("w49","=\n就能 就会 就得 就要")
