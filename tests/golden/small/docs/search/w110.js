__edition_search("w110","=\n据说")
