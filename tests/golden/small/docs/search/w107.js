__edition_search("w107","=寫写\n快点 叫什么")
