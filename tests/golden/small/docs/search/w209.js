__edition_search("w209","=\n近几年")
