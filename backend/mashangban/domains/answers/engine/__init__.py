"""The answering engine: the index on disk, the tables and the ranker that ship, and the way through them."""
