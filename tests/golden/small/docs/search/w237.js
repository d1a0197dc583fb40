__edition_search("w237","=\n凭啥 凭什么 热得遭不住")
