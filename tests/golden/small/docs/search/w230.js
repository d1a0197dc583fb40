__edition_search("w230","=實实\n烦死个人 烦死人 烦死 烦得很")
