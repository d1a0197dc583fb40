__edition_search("w30","=從从眞真\n搞啥子 搞啥 实在")
