__edition_search("e13","may my more most much many make made measure measures")
