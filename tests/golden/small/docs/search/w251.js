__edition_search("w251","=電电\n")
