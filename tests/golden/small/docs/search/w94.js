__edition_search("w94","=聞闻類类\n非常")
