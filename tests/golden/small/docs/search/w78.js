__edition_search("w78","=過过\n城头 从前 从早到晚")
