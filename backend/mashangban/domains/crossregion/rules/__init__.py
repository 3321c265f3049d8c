"""What alliances and their items decide by themselves. Pure."""
