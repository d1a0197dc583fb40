__edition_search("w123","=電电\n")
