__edition_search("manifest",{"documents":[["mou-2024","某市委决定","某市","city",12]],"notes":[0],"terms":0,"together":32,"shards":"02","common":[],"asides":false,"version":"f9bb4422"})
