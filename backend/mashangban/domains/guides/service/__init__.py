"""One verb-named function an act."""
