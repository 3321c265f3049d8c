"""Homes: estates, doors with codes, owners, what is known of a home, household inspection, defects."""
