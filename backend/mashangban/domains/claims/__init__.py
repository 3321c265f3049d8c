"""Claims: from an enterprise's wish to money on its account, once, with everybody's step on the record."""
