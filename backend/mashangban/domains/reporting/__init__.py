"""Reporting: what happens on sites, told to the national platform and the provinces in their own codes."""
