"""Wire shapes of the registers."""
