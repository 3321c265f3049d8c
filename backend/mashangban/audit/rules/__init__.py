"""Pure decisions of the audit log: the Merkle tree, its tiles, signed checkpoints and receipts."""
