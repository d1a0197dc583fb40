__edition_search("w83","=\n晓得 打听")
