"""Matters handled by one office: prepared, looked at, handed in, accepted, decided, delivered."""
