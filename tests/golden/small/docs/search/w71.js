__edition_search("w71","=資资\n镇头 假如")
