__edition_search("w182","=\n家头")
