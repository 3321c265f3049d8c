"""Registers of projects, enterprises and persons: one record each, its history, and where every field comes from."""
