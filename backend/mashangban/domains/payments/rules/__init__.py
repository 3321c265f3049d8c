"""Decisions about cards, accounts, runs and deposits: pure functions of their arguments."""
