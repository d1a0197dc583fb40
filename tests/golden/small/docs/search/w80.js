__edition_search("w80","=\n提到没 提到")
