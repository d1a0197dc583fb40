__edition_search("w202","=緊紧\n今年子")
