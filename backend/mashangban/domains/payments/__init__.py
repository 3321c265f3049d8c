"""Payments: from a project's wage account to each worker's own account, with a receipt for every yuan."""
