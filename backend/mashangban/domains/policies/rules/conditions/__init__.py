"""The language of conditions: read, checked, decided in three values, worded, explained (docs/policies.md)."""
