"""The acts of alliances and items."""
