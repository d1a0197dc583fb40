__edition_search("w27","")
