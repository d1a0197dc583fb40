__edition_search("w176","=誰谁\n现在 现而今 新闻上说")
