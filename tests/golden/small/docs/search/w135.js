__edition_search("w135","=箇个\n文件里 文件中 文件上 文件怎么")
