__edition_search("names",{"terms":[],"places":{"某市":"mou shi"},"traditional":"實实對对導导強强於于會会決决為为爲为眞真籌筹級级組组統统認认識识議议資资進进過过門门關关領领體体齣出","words":64,"letters":16,"phrases":"全体会议","heads":"","relations":[]})
