__edition_search("e4","the to than do does did they their them this that these those there")
