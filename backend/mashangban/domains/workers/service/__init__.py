"""Acts and questions around teams and labour contracts, one verb-named function each."""
