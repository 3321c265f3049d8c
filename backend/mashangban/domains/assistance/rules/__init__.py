"""How long help lasts and what may be seen and proposed: pure decisions."""
