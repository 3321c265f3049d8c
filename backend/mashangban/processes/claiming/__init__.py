"""Claiming: the acts that need both a policy and a claim. It reads policies and writes claims (ADR 0021)."""
