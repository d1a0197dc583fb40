__edition_search("e55","do does")
