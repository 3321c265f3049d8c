"""Mashangban 码上办: public service for construction workers, homebuyers, enterprises and their offices."""
