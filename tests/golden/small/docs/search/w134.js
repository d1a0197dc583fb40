__edition_search("w134","=來来\n了解一下")
