__edition_search("w30","=眞真\n搞啥子 搞啥")
