"""What may happen to a claim, and what it costs the budget. Pure."""
