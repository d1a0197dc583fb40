__edition_search("w208","=\n提到没 提到")
