__edition_search("w140","=後后\n完球")
