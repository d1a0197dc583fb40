__edition_search("w27","=講讲\n嘛哦")
