__edition_search("w48","=\n到处 到时候 到底")
