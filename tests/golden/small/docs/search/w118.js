__edition_search("w118","=\n其它 赶快 赶紧 究竟 其实")
