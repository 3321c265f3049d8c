"""Acts of the help desk, one function each."""
