__edition_search("w95","=\n也能 也要 也会 也没 也好")
