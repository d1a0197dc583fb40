__edition_search("jump",{"called":[["中共某市委关于加快某事的决定","某市市决定","某市决定","委决定"]],"gone":[]})
