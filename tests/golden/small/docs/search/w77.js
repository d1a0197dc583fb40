__edition_search("w77","=\n前阵子 反正 才能 才得 才会 才有")
