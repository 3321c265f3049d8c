"""Acts around cards, accounts, runs and deposits, one verb-named function each."""
