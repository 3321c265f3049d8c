"""Acts and questions around attendance, one verb-named function each."""
