"""Decisions about homes: pure functions of their arguments."""
