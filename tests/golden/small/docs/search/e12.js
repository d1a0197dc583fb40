__edition_search("e12","you your")
