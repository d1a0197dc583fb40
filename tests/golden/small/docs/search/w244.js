__edition_search("w244","=迴回\n说是 说要 说到 说过 巴不得")
