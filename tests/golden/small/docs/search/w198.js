__edition_search("w198","=闆板\n")
