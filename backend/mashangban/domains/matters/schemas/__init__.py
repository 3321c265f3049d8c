"""Wire shapes of matters."""
