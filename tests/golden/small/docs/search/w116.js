__edition_search("w116","=迴回\n年年 说是 说要 说到 说过 巴不得")
