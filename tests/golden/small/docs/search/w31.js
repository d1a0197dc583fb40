__edition_search("w31","=\n真的 感觉 真正")
