__edition_search("w48","=誰谁\n到处 现在 现而今 到时候 到底 新闻上说")
