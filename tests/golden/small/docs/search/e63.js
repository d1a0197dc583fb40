__edition_search("e63","what where when who which why whose local")
