"""Decisions about public areas and their faults: pure functions of their arguments."""
