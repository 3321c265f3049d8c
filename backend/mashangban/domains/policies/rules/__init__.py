"""Decisions about policies as plain functions: conditions, matching, publishing."""
