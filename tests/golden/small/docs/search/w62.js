__edition_search("w62","=\n难道 难受")
