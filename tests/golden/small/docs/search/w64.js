__edition_search("w64","=區区\n所以 着急")
