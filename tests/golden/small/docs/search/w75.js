__edition_search("w75","=\n屋头的 屋头 屋里头 之类 之类的")
