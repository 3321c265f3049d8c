"""Imports of pairs and of words; the numbers are ours."""

PAIRS = "pairs"
MOST_ROWS = 5_000
PAIRS_A_CHUNK = 20
WORDS = "words"
# All 22,000 keywords fit into one file.
MOST_WORDS = 25_000
WORDS_A_CHUNK = 50
