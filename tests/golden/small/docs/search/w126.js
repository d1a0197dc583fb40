__edition_search("w126","=乾干幾几\n湾头 找哪个要 找哪个 找谁")
