"""Handling: the acts that need both a guide's item and a matter, or both a conversation and a form that is shared.

It reads guides and conversations, and writes matters and sharings (ADR 0014).
"""
