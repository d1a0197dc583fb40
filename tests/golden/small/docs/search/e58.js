__edition_search("e58","government governments")
