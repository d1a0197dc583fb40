__edition_search("sections",[[[3,"",""],[3,"1","一"],[6,"2","二"]]])
