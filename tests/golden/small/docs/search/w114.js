__edition_search("w114","=該该\n干脆 干嘛 干啥")
