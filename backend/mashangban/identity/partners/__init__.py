"""The outside systems identity speaks to, each behind one function."""
