"""Decisions about matters. Pure."""
