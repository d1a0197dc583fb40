__edition_search("w235","=寫写\n快点 叫什么")
