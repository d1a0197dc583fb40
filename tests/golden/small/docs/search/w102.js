__edition_search("w102","=實实給给\n烦死个人 烦死人 烦死 烦得很")
