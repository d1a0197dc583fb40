__edition_search("w71","=\n镇头 假如")
