"""Plays the outside partners over HTTP, with faults that can be switched on. Never part of the product."""
