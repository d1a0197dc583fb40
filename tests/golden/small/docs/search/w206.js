__edition_search("w206","=\n城头 从前 从早到晚")
