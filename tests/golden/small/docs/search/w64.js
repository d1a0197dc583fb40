__edition_search("w64","=區区\n所以 什么时候 着急 什么的")
