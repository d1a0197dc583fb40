__edition_search("w94","=聞闻類类點点\n非常")
