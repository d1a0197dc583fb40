__edition_search("w65","=\n十几个 十几张 十几 十分")
