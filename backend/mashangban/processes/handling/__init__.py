"""Handling: the acts that need both a guide's item and a matter. It reads guides and writes matters (ADR 0014)."""
