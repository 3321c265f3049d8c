"""Matters across regions 跨省通办: zones agree on items; papers travel from window to window in a chain of custody."""
