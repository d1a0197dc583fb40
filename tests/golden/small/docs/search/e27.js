__edition_search("e27","")
