__edition_search("w82","=兒儿\n归谁管")
