__edition_search("w193","=\n旁边")
