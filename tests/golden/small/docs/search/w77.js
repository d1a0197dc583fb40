__edition_search("w77","=\n前阵子 才能 才得 才会 才有")
