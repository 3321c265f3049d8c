"""Partners of the files room."""
