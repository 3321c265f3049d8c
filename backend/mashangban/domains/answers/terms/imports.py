"""Imports of pairs; the numbers are ours."""

PAIRS = "pairs"
MOST_ROWS = 5_000
PAIRS_A_CHUNK = 20
