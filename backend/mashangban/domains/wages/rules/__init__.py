"""Decisions of a month's pay. Pure."""
