__edition_search("e60","the than they their them this that these those there")
