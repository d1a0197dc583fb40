__edition_search("w65","=\n旁边 十几个 十几张 十几 十分")
