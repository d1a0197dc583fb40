__edition_search("w102","=給给\n")
