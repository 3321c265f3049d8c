"""Processes: what needs several domains at once. They may import domains; domains never import them (ADR 0014)."""
