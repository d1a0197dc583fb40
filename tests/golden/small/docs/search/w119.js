__edition_search("w119","=罷罢長长\n啷个 啷个办 啷个整")
