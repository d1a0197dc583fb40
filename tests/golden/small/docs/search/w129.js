__edition_search("w129","=\n要是 要得不 要得 要不要 要命")
