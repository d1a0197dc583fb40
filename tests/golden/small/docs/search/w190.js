__edition_search("w190","=\n难道 难受")
