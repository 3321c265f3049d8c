"""Wire shapes of alliances and their items."""
