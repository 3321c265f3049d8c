"""Fuses: what tripped, what is halted by it, the traces they look at, the figures of provinces."""
