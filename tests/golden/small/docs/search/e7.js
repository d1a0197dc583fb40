__edition_search("e7","with was will would what where when who which why whose we get gets want wants government governments")
