__edition_search("w109","=\n凭啥 凭什么 热得遭不住 遭不住 遭不起")
