__edition_search("w98","=畢毕\n院子头 慢慢 罢了")
