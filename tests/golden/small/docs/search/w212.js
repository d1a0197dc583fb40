__edition_search("w212","=擔担體体\n比较")
