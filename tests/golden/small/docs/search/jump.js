__edition_search("jump",{"titles":["中共某市委关于加快某事的决定"],"gone":{}})
