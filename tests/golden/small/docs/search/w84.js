__edition_search("w84","=擔担體体\n比较")
