"""Who did what and when, so that nobody can change it unseen: hash chains, one Merkle log, receipts."""
