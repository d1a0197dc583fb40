__edition_search("w36","=\n两三个 两个人")
