__edition_search("e3","can could should she some support supporting")
